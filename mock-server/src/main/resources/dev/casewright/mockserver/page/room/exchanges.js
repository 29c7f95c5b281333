// The last exchanges; each is explained when it is opened.

import { ofSpace } from './api.js';
import { button, el, hasNews, nothing, show, time } from './dom.js';
import { act, complain } from './notice.js';

const LISTED = 25;
const TOLD = ['evidence', 'confirmed', 'requirements', 'state', 'checks', 'switches', 'faults', 'deviations', 'deviated'];
const place = document.getElementById('exchanges');
const opened = new Map();

/** Tells whether there was anything new. */
export async function load(space) {
  const { exchanges } = await ofSpace(space, 'GET', `/exchanges?limit=${LISTED}`);
  if (!hasNews(place, space, exchanges)) return false;
  const kept = new Set(exchanges.map((exchange) => exchange.id));
  for (const id of opened.keys()) if (!kept.has(id)) opened.delete(id);
  if (exchanges.length === 0) {
    show(place, nothing('No request has come to this space yet. Answers tell their id in X-Mock-Request-Id.'));
    return true;
  }
  show(
    place,
    el('ul', { class: 'exchanges' }, exchanges.map((exchange) => row(space, exchange))),
    button('Forget exchanges', 'exchanges-forget', (pressed) =>
      act(pressed, 'The exchanges are forgotten.', async () => {
        await ofSpace(space, 'DELETE', '/exchanges');
        await load(space);
      }),
    ),
  );
  return true;
}

function row(space, exchange) {
  const explanation = el('div', { class: 'explanation' }, opened.get(exchange.id) ?? '');
  const details = el(
    'details',
    { open: opened.has(exchange.id) },
    el(
      'summary',
      { 'data-key': exchange.id },
      el('span', { class: `verdict ${exchange.verdict}` }, exchange.verdict.replaceAll('-', ' ')),
      el('span', { class: 'status' }, String(exchange.status)),
      el('span', { class: 'what' }, el('b', {}, exchange.method), ' ', exchange.path || '(unknown path)'),
      el('span', { class: 'aside' }, exchange.id, ' · ', time(exchange.time), ' · ', `${exchange.duration_ms.toFixed(1)} ms`),
    ),
    explanation,
  );
  details.addEventListener('toggle', async () => {
    if (!details.open) {
      opened.delete(exchange.id);
    } else if (!opened.has(exchange.id)) {
      await explain(space, exchange.id, explanation).catch(complain);
    }
  });
  return el('li', {}, details);
}

async function explain(space, id, explanation) {
  const exchange = await ofSpace(space, 'GET', `/exchanges/${id}`);
  const told = exchange.explanation;
  const rows = [
    ['operation', exchange.operation],
    ['sizes', `${exchange.request_bytes} bytes in, ${exchange.answer_bytes} bytes out`],
    ...TOLD.filter((name) => told[name]?.length > 0).map((name) => [name, told[name]]),
  ];
  const list = el('dl', {}, rows.flatMap(([name, value]) => [el('dt', {}, name), values(value)]));
  opened.set(id, list);
  explanation.replaceChildren(list);
}

function values(value) {
  return el('dd', {}, Array.isArray(value) ? value.map((one) => el('span', {}, one)) : value);
}
