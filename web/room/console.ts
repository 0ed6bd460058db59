import '../style/designer.css';
import '../style/room.css';
import '../style/seating.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { keepLive } from './live.ts';

readyAccountMenu();
keepLive();
