import '../style/designer.css';
import '../style/share.css';
import '../style/translations.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { readyButtons } from '../designer/buttons.ts';
import { saveByItself } from './autosave.ts';

readyAccountMenu();
readyButtons();

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-submit]')) {
  select.addEventListener('change', () => select.form?.requestSubmit());
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  saveByItself(form);
}
