/** Puts a slider beside the number between gap and ranking; each follows the other. */
export function addSlider(form: HTMLFormElement, changed: () => void): void {
  const number = form.querySelector<HTMLInputElement>('input[name="part"]');
  const label = number?.closest('label');
  if (!number || !label) return;
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = '100';
  slider.step = '1';
  slider.value = number.value;
  slider.disabled = number.disabled;
  slider.setAttribute('aria-label', label.querySelector('span')?.textContent ?? '');
  slider.addEventListener('input', () => {
    number.value = slider.value;
    changed();
  });
  number.addEventListener('input', () => (slider.value = number.value));
  label.after(slider);
  form.querySelector<HTMLElement>('[data-slider-ends]')!.hidden = false;
}
