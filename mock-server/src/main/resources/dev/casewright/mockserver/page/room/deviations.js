// The requirements that are broken on purpose, and a search for others to break.

import { ofSpace } from './api.js';
import { button, el, hasNews, labelled, nothing, show } from './dom.js';
import { act } from './notice.js';

const MOST_FOUND = 12;
const place = document.getElementById('deviations');
const onPlace = el('div');
const foundPlace = el('div', { 'aria-live': 'polite' });
const search = el('input', {
  type: 'search', autocomplete: 'off', placeholder: 'an id or a word, such as filter', 'data-key': 'deviation-search',
});
let current = '';
let all = [];

place.append(onPlace, labelled('Search', search), foundPlace);
place.classList.add('searching');
search.addEventListener('input', find);

export async function load(space) {
  current = space;
  all = (await ofSpace(space, 'GET', '/deviations')).deviations;
  if (!hasNews(place, space, all)) return;
  const on = all.filter((one) => one.on);
  show(onPlace, on.length === 0 ? nothing(`None of ${all.length} is on: every requirement is kept.`) : list(on));
  find();
}

function find() {
  const words = search.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    show(foundPlace);
    return;
  }
  const found = all.filter((one) => {
    const text = `${one.requirement} ${one.deviation}`.toLowerCase();
    return !one.on && words.every((word) => text.includes(word));
  });
  show(
    foundPlace,
    nothing(found.length > MOST_FOUND ? `The first ${MOST_FOUND} of ${found.length}` : `${found.length} found`),
    list(found.slice(0, MOST_FOUND)),
  );
}

function list(deviations) {
  return el('ul', { class: 'rows' }, deviations.map((one) => el(
    'li',
    {},
    el('span', { class: 'grow' }, el('b', {}, one.requirement), ` ${one.deviation}`),
    one.on
      ? change(one, 'Keep', 'DELETE', `${one.requirement} is kept again.`)
      : change(one, 'Break', 'PUT', `${one.requirement} is broken from now on.`),
  )));
}

function change(one, text, method, done) {
  return button(text, `deviation-${one.requirement}`, (pressed) =>
    act(pressed, done, async () => {
      await ofSpace(current, method, `/deviations/${one.requirement}`);
      await load(current);
    }), { 'aria-label': `${text} ${one.requirement}` });
}
