import '../style/designer.css';
import '../style/room.css';
import '../style/seating.css';
import { keepLive } from './live.ts';

keepLive();
