import '../style/designer.css';
import '../style/room.css';
import { keepLive } from './live.ts';

keepLive();
