import '../style/designer.css';
import '../style/docs.css';
import '../style/errors.css';
import '../style/webhooks.css';
import { readyAccountMenu } from './account-menu.ts';
import { readyButtons } from './buttons.ts';
import { keepProgressCurrent } from './progress.ts';

readyAccountMenu();
readyButtons();
keepProgressCurrent();
