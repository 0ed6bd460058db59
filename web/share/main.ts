import '../style/designer.css';
import '../style/share.css';
import { readyButtons } from '../designer/buttons.ts';

readyButtons();

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-submit]')) {
  select.addEventListener('change', () => select.form?.requestSubmit());
}
