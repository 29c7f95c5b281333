// Snapshots of the reports and cases of the space.

import { ofSpace } from './api.js';
import { button, el, hasNews, nothing, show, time } from './dom.js';
import { act } from './notice.js';

const place = document.getElementById('snapshots');

export async function load(space, restored) {
  const { snapshots } = await ofSpace(space, 'GET', '/snapshots');
  if (!hasNews(place, space, snapshots)) return;
  const again = () => load(space, restored);
  show(
    place,
    snapshots.length === 0 ? nothing('None is kept.') : el('ul', { class: 'rows' }, snapshots.map((one) => el(
      'li',
      {},
      el('span', { class: 'name grow' }, `${one.id} · `, time(one.at)),
      button('Restore', `snapshot-restore-${one.id}`, (pressed) =>
        act(pressed, `The space is back at snapshot ${one.id}.`, async () => {
          await ofSpace(space, 'POST', `/snapshots/${one.id}/restore`);
          await restored();
        }), { 'aria-label': `Restore snapshot ${one.id}` }),
      button('Forget', `snapshot-forget-${one.id}`, (pressed) =>
        act(pressed, `Snapshot ${one.id} is forgotten.`, async () => {
          await ofSpace(space, 'DELETE', `/snapshots/${one.id}`);
          await again();
        }), { 'aria-label': `Forget snapshot ${one.id}` }),
    ))),
    button('Take a snapshot', 'snapshot-take', (pressed) =>
      act(pressed, 'The snapshot is taken.', async () => {
        await ofSpace(space, 'POST', '/snapshots');
        await again();
      })),
  );
}
