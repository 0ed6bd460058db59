import '../style/designer.css';
import '../style/strategy-document.css';
import '../style/strategy-page.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { readyButtons } from '../designer/buttons.ts';
import { openInPlace, saveInPlace } from './in-place.ts';

readyAccountMenu();
readyButtons();
openInPlace();
saveInPlace();
