import '../style/data.css';
import { readyAccountMenu } from '../designer/account-menu.ts';
import { makeCodingQuick } from './coding.ts';

/** Buttons that only a script can carry out appear with it. */
document.documentElement.classList.add('ready');
readyAccountMenu();

const form = document.querySelector<HTMLFormElement>('[data-coding]');
if (form) makeCodingQuick(form);
