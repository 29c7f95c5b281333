// Asks for the admin token, once for all calls that wait for it.

const dialog = document.getElementById('token');
const input = document.getElementById('token-value');
const heading = document.getElementById('h-token');
let asked = null;

// Escape would leave the calls that wait without an answer.
dialog.addEventListener('cancel', (event) => event.preventDefault());

export function askForToken(wasWrong) {
  asked ??= new Promise((resolve) => {
    heading.textContent = wasWrong ? 'Another admin token' : 'Admin token';
    input.value = '';
    dialog.addEventListener(
      'close',
      () => {
        const given = input.value;
        input.value = '';
        asked = null;
        resolve(given);
      },
      { once: true },
    );
    dialog.showModal();
  });
  return asked;
}
