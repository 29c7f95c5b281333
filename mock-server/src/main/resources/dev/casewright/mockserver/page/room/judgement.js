// What the clients of the space did wrong.

import { ofSpace } from './api.js';
import { button, el, hasNews, nothing, show, time } from './dom.js';
import { act } from './notice.js';

const place = document.getElementById('judgement');

export async function load(space) {
  const { findings } = await ofSpace(space, 'GET', '/judgement');
  if (!hasNews(place, space, findings)) return;
  if (findings.length === 0) {
    show(place, nothing('None seen so far.'));
    return;
  }
  show(
    place,
    el(
      'ul',
      { class: 'rows' },
      findings.map((finding) =>
        el(
          'li',
          { class: 'stacked' },
          el('p', {}, el('b', {}, finding.name.replaceAll('-', ' ')), ` ${finding.operation} · ${finding.count}× · last `, time(finding.last)),
          el('p', { class: 'quiet' }, `${finding.expected} (${finding.rule})`),
        ),
      ),
    ),
    button('Forget findings', 'judgement-forget', (pressed) =>
      act(pressed, 'The findings are forgotten.', async () => {
        await ofSpace(space, 'DELETE', '/judgement');
        await load(space);
      }),
    ),
  );
}
