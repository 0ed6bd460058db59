import '../style/designer.css';
import '../style/docs.css';
import '../style/errors.css';
import '../style/webhooks.css';
import { readyButtons } from './buttons.ts';
import { keepProgressCurrent } from './progress.ts';

readyButtons();
keepProgressCurrent();
