import '../style/designer.css';
import '../style/share.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { readyButtons } from '../designer/buttons.ts';

readyAccountMenu();
readyButtons();

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-submit]')) {
  select.addEventListener('change', () => select.form?.requestSubmit());
}
