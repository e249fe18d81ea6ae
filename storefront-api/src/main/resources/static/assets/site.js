/* Everything works without this file: it only makes it quicker. */
(() => {
  'use strict';
  const box = document.getElementById('q');
  const list = document.getElementById('suggestions');
  if (box && list) {
    const close = () => { list.replaceChildren(); };
    document.addEventListener('click', (event) => { if (!event.target.closest('.search')) close(); });
    document.addEventListener('keydown', (event) => {
      if (!event.target.closest('.search')) return;
      if (event.key === 'Escape') { close(); box.focus(); return; }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const links = [...list.querySelectorAll('a')];
      if (links.length === 0) return;
      event.preventDefault();
      const at = links.indexOf(document.activeElement);
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
      if (next < 0) box.focus(); else links[Math.min(next, links.length - 1)].focus();
    });
  }
  document.addEventListener('change', (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute('data-submit-on-change')) form.requestSubmit();
    const press = event.target.getAttribute('data-press');
    if (press) document.getElementById(press)?.click();
  });
  document.addEventListener('submit', (event) => {
    if (!event.target.hasAttribute('data-once')) return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    if (event.submitter && event.submitter.formNoValidate) return;
    event.target.dataset.sent = 'yes';
    const button = event.target.querySelector('[type=submit]');
    if (button) button.setAttribute('aria-busy', 'true');
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) window.print();
  });
})();
