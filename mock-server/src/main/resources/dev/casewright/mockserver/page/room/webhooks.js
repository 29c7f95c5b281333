// Where changes of cases are sent to, and what was sent.

import { ofSpace } from './api.js';
import { button, el, hasNews, labelled, nothing, scroller, show, time } from './dom.js';
import { act } from './notice.js';

const place = document.getElementById('webhooks');
const targets = el('div');
const deliveries = el('div');
const url = el('input', { type: 'url', required: true, placeholder: 'http://127.0.0.1:9999/hook', 'data-key': 'webhook-url' });
const secret = el('input', { type: 'password', required: true, autocomplete: 'off', 'data-key': 'webhook-secret' });
const register = el('button', {}, 'Register');
const form = el(
  'form',
  {},
  el('div', { class: 'fields' }, labelled('Address', url), labelled('Secret', secret)),
  el('p', {}, register),
);
let current = '';

place.append(targets, form, deliveries);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  act(register, 'The webhook is registered.', async () => {
    await ofSpace(current, 'POST', '/webhooks', { url: url.value, secret: secret.value });
    form.reset();
    await load(current);
  });
});

export async function load(space) {
  current = space;
  const [{ webhooks }, sent] = await Promise.all([
    ofSpace(space, 'GET', '/webhooks'),
    ofSpace(space, 'GET', '/webhooks/deliveries'),
  ]);
  if (!hasNews(place, space, [webhooks, sent])) return;
  show(targets, webhooks.length === 0 ? nothing('No target is registered.') : el('ul', { class: 'rows' }, webhooks.map(target)));
  if (sent.deliveries.length === 0) {
    show(deliveries);
    return;
  }
  show(
    deliveries,
    el('h3', {}, 'Deliveries'),
    sent.dropped > 0 ? nothing(`${sent.dropped} were dropped, since too many waited.`) : null,
    scroller('Deliveries', el('ul', { class: 'rows' }, sent.deliveries.map(delivery))),
  );
}

function target(one) {
  return el(
    'li',
    {},
    el('span', { class: 'name grow' }, one.url),
    button('Remove', `webhook-remove-${one.id}`, (pressed) =>
      act(pressed, 'The webhook is removed.', async () => {
        await ofSpace(current, 'DELETE', `/webhooks/${one.id}`);
        await load(current);
      }), { 'aria-label': `Remove webhook ${one.url}` }),
  );
}

function delivery(one) {
  const answered = one.answered === undefined ? '' : `, answered ${one.answered}`;
  return el(
    'li',
    {},
    el(
      'span',
      { class: 'grow' },
      el('b', {}, one.case), ` ${one.status} `,
      el('span', { class: 'quiet block' }, time(one.changed), ` · ${one.outcome} · ${one.attempts}×${answered}`),
    ),
    button('Replay', `replay-${one.id}`, (pressed) =>
      act(pressed, `The delivery for ${one.case} is sent once more.`, async () => {
        await ofSpace(current, 'POST', `/webhooks/deliveries/${one.id}/replay`);
        await load(current);
      }), { 'aria-label': `Replay delivery for ${one.case} ${one.status}` }),
  );
}
