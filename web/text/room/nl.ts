import type { Catalogue } from '../catalogue.ts';
import en from './en.ts';

export default en satisfies Catalogue<typeof en>;
