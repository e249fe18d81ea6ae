/* Shows chosen pictures before they are sent; everything works without this file. */
(() => {
  'use strict';
  const MOST = 12;
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (input.type !== 'file' || !input.hasAttribute('data-preview')) return;
    let list = input.parentElement.querySelector('.preview');
    if (!list) {
      list = document.createElement('ul');
      list.className = 'preview';
      input.after(list);
    }
    list.replaceChildren();
    [...input.files].slice(0, MOST).forEach((file) => {
      if (!file.type.startsWith('image/')) return;
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        const item = document.createElement('li');
        const image = document.createElement('img');
        image.alt = file.name;
        image.src = reader.result;
        item.append(image);
        list.append(item);
      });
      reader.readAsDataURL(file);
    });
  });
})();
