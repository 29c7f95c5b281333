// How what the sources leave open is read.

import { ofSpace } from './api.js';
import { button, choice, el, hasNews, scroller, show } from './dom.js';
import { act } from './notice.js';

const place = document.getElementById('switches');

export async function load(space) {
  const { switches } = await ofSpace(space, 'GET', '/switches');
  if (!hasNews(place, space, switches)) return;
  const isTurned = (one) => one.value !== one.default;
  const turned = switches.filter(isTurned).length;
  const turnedFirst = [...switches].sort((one, other) => isTurned(other) - isTurned(one));
  const before = place.querySelector('.scroller')?.scrollTop ?? 0;
  show(
    place,
    el('p', { class: 'quiet' }, turned === 0 ? 'All stand as they come.' : `${turned} turned`),
    scroller('Switches', el('ul', { class: 'rows' }, turnedFirst.map((one) => row(space, one)))),
    button('Turn all back', 'switches-back', (pressed) =>
      act(pressed, 'All switches are turned back.', async () => {
        await ofSpace(space, 'DELETE', '/switches');
        await load(space);
      }),
    ),
  );
  place.querySelector('.scroller').scrollTop = before;
}

function row(space, one) {
  const value = choice(one.decides, `switch-${one.name}`, one.values, one.value);
  value.addEventListener('change', () =>
    act(value, `${one.name} is ${value.value} now.`, async () => {
      await ofSpace(space, 'PUT', `/switches/${one.name}`, { value: value.value });
      await load(space);
    }),
  );
  return el(
    'li',
    { class: one.value === one.default ? null : 'turned' },
    el('span', { class: 'grow' }, el('b', {}, one.name), el('span', { class: 'quiet block' }, one.decides)),
    value,
  );
}
