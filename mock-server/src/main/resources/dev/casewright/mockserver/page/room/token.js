// Asks for the admin token, once for all calls that wait for it.

let asked = null;

export function askForToken(wasWrong) {
  asked ??= new Promise((resolve) => {
    const dialog = document.getElementById('token');
    const input = document.getElementById('token-value');
    document.getElementById('h-token').textContent = wasWrong ? 'Another admin token' : 'Admin token';
    input.value = '';
    dialog.addEventListener('cancel', (event) => event.preventDefault());
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
