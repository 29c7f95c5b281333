// Tells what became of an action, to eyes and screen readers alike.

const region = document.getElementById('notice');

export function say(text) {
  region.className = 'said';
  region.textContent = text;
}

export function complain(error) {
  region.className = 'complaint';
  region.textContent = error.message;
}

/** Does something that a button stands for, and tells how it went. */
export async function act(button, done, work) {
  // A button that is disabled would lose the focus.
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
    say(done);
  } catch (error) {
    complain(error);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}
