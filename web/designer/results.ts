import '../style/results.css';
import { readyAccountMenu } from './account-menu.ts';
import { showLocalTime } from './local-time.ts';
import { followInPlace } from './navigate.ts';
import { answerButtons, redrawAll, type ResultsData, showCharts } from './panels.ts';
import { poll } from './poll.ts';
import { renew } from './renew.ts';

const results = document.getElementById('results');
const text = document.getElementById('data')?.textContent;

document.documentElement.classList.add('ready');
readyAccountMenu();

if (results && text) {
  const data = JSON.parse(text) as ResultsData;
  let { version } = data;
  answerButtons(results);
  showLocalTime();
  showCharts(data);
  followInPlace((now) => {
    version = now.version;
    showCharts(now);
  });
  const redraw = () => void redrawAll();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  matchMedia('print').addEventListener('change', redraw);
  addEventListener('beforeprint', redraw);
  if (data.live) {
    poll(
      () => location.pathname + location.search,
      (page) => {
        const now = renew(page, version);
        if (now && now.version !== version) {
          version = now.version;
          showCharts(now);
        }
        return now?.live === true;
      },
      (isStale) => {
        const live = document.querySelector<HTMLElement>('.live');
        live?.classList.toggle('is-stale', isStale);
      },
      [data.versions],
    );
  }
}
