/* Scans one after the other, also when the scanner is quicker than the network. Without this file every form still works. */
(() => {
  'use strict';
  let last = Promise.resolve();
  let count = 0;
  const stamp = Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
  const box = () => document.getElementById('code');

  document.addEventListener('submit', (event) => {
    const form = event.target;
    const target = form.dataset.scan;
    if (!target || !window.htmx) return;
    event.preventDefault();
    const code = form.elements.code.value.trim();
    if (form.elements.code.type !== 'hidden') form.elements.code.value = '';
    if (!code) return;
    count += 1;
    const values = { code, once: `${stamp}-${count}` };
    last = last
      .then(() => window.htmx.ajax('POST', form.getAttribute('action'), { target, swap: 'innerHTML', values }))
      .catch(() => {});
  });

  /* Whatever is typed outside a field is a scan. */
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, button, a');
    if (!typing && box() && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) box().focus();
  });
  document.body.addEventListener('htmx:afterSwap', () => {
    const active = document.activeElement;
    if (box() && (!active || active === document.body)) box().focus({ preventScroll: true });
  });
})();
