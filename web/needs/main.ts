import '../style/needs.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { readyButtons } from '../designer/buttons.ts';

readyAccountMenu();
readyButtons();
