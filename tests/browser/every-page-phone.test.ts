import { PHONE, testEveryPage, testNarrowWindows } from './every-page.ts';

testEveryPage(PHONE);
testNarrowWindows();
