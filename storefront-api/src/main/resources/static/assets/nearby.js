/* Asks the device where it is when the button is pressed, and sends that rounded, once, in the body of a form. */
(() => {
  'use strict';
  const form = document.querySelector('[data-locate]');
  if (!form || !('geolocation' in navigator)) return;
  const button = form.querySelector('button');
  const status = form.querySelector('[role=status]');
  const say = (words) => { status.textContent = words; button.disabled = false; };
  form.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = form.dataset.asking;
    navigator.geolocation.getCurrentPosition((position) => {
      /* A hundredth of a degree is about a kilometre: no more leaves the device. */
      form.elements.lat.value = position.coords.latitude.toFixed(2);
      form.elements.lon.value = position.coords.longitude.toFixed(2);
      form.submit();
    }, (failure) => say(failure.code === failure.PERMISSION_DENIED ? form.dataset.refused : form.dataset.failed),
    { enableHighAccuracy: false, timeout: 10000, maximumAge: 600000 });
  });
})();
