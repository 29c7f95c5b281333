// Makes elements. Texts become text nodes, never markup.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/** A button; the key finds it again when its list is shown anew. */
export function button(text, key, click, attributes = {}) {
  const made = el('button', { type: 'button', 'data-key': key, ...attributes }, text);
  made.addEventListener('click', () => click(made));
  return made;
}

/** A choice among values, with a label for screen readers. */
export function choice(label, key, values, chosen) {
  const made = el(
    'select',
    { 'aria-label': label, 'data-key': key },
    values.map((value) => el('option', { value }, value)),
  );
  made.value = chosen;
  return made;
}

export function labelled(text, field) {
  return el('label', {}, text, ' ', field);
}

export function nothing(text) {
  return el('p', { class: 'quiet' }, text);
}

const told = new WeakMap();

/** Whether a place has to be shown anew for a space: what is the same stays, with what is chosen in it. */
export function hasNews(place, space, data) {
  const now = space + JSON.stringify(data);
  const isNew = told.get(place) !== now;
  told.set(place, now);
  return isNew;
}

/** Shows something in place of what was there, and leaves the focus where it was. */
export function show(place, ...children) {
  const active = document.activeElement;
  const key = place.contains(active) ? active.dataset.key : null;
  place.replaceChildren(...children.flat().filter((child) => child != null));
  if (key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** A list that scrolls, and so can be reached with the keyboard. */
export function scroller(label, ...children) {
  return el('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': label }, children);
}

export function time(text) {
  return el('time', { datetime: text, title: text }, text.slice(11, 19));
}
