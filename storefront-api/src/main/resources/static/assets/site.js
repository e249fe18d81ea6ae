/* Everything works without this file: it only makes it quicker. */
(() => {
  'use strict';
  const box = document.getElementById('q');
  const list = document.getElementById('suggestions');
  if (box && list) {
    /* An editable combobox: the focus stays in the box, and the arrow keys walk through the list below it. */
    const count = document.getElementById('suggestion-count');
    const options = () => [...list.querySelectorAll('[role=option]')];
    const chosen = () => list.querySelector('[aria-selected=true]');
    const choose = (option) => {
      chosen()?.removeAttribute('aria-selected');
      if (!option) { box.removeAttribute('aria-activedescendant'); return; }
      option.setAttribute('aria-selected', 'true');
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    };
    const shown = () => {
      const all = options();
      all.forEach((option, at) => { option.id = 'suggestion-' + at; });
      box.setAttribute('aria-expanded', String(all.length > 0));
      if (all.length > 0) list.setAttribute('role', 'listbox'); else list.removeAttribute('role');
      if (all.length > 0) list.setAttribute('aria-label', list.dataset.label); else list.removeAttribute('aria-label');
      choose(null);
      if (count) count.textContent = all.length > 0 ? count.dataset.words.replace('@', all.length) : '';
    };
    /* An answer that comes after the list was left belongs to nobody; whoever types on wants the next. */
    let left = false;
    const close = () => { left = true; list.replaceChildren(); shown(); };
    Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'suggestions', 'aria-expanded': 'false', 'aria-haspopup': 'listbox' })
      .forEach(([name, value]) => box.setAttribute(name, value));
    box.addEventListener('input', () => { left = false; });
    list.addEventListener('htmx:afterSettle', () => { if (left) close(); else shown(); });
    document.addEventListener('click', (event) => { if (!event.target.closest('.search')) close(); });
    box.form.addEventListener('focusout', (event) => { if (!box.form.contains(event.relatedTarget) && event.relatedTarget) close(); });
    box.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const all = options();
      if (event.key === 'Escape') { if (all.length > 0) event.preventDefault(); close(); }
      if (event.key === 'Tab') close();
      if (all.length === 0) return;
      const at = all.indexOf(chosen());
      if (event.key === 'ArrowDown') { event.preventDefault(); choose(all[(at + 1) % all.length]); }
      if (event.key === 'ArrowUp') { event.preventDefault(); choose(all[at < 0 ? all.length - 1 : at - 1]); }
      if (event.key === 'Enter' && at >= 0) { event.preventDefault(); all[at].click(); }
    });
  }
  document.addEventListener('change', (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute('data-submit-on-change')) form.requestSubmit();
    const press = event.target.getAttribute('data-press');
    if (press) document.getElementById(press)?.click();
  });
  /* Enter in a field with a button of its own presses that one, and not the first of the form. */
  document.addEventListener('keydown', (event) => {
    const press = event.key === 'Enter' && !event.isComposing && event.target.getAttribute('data-enter');
    if (press) { event.preventDefault(); document.getElementById(press)?.click(); }
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
