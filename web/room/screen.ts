import '../style/screen.css';
import { keepLive } from './live.ts';

keepLive();
