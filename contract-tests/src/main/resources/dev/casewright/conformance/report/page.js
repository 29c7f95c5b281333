
'use strict';
(() => {
  const filter = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const rows = Array.from(document.querySelectorAll('[data-verdict]'));
  const show = (verdict) => {
    let count = 0;
    for (const row of rows) {
      row.hidden = verdict !== 'all' && row.dataset.verdict !== verdict;
      count += row.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll('section.api')) {
      section.hidden = !section.querySelector('[data-verdict]:not([hidden])');
    }
    shown.textContent = `${count} of ${rows.length} requirements shown`;
  };
  filter.addEventListener('change', () => show(new FormData(filter).get('verdict')));
  filter.addEventListener('submit', (event) => event.preventDefault());
  filter.hidden = false;
  show(new FormData(filter).get('verdict'));
})();
