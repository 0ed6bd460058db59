import '../style/designer.css';
import '../style/room.css';
import '../style/paper.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { readyButtons } from '../designer/buttons.ts';
import { readyTyping } from './typing.ts';

readyAccountMenu();
readyButtons();
readyTyping();
