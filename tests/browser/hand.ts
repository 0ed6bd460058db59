import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: with a mouse, a finger, or a keyboard and nothing else. */
export interface Hand {
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  /** A radio button or a box to tick. */
  choose(option: Locator): Promise<void>;
  /** An entry of a menu, by its words. */
  pickFrom(menu: Locator, words: string): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
}

const labelOf = (option: Locator) => option.locator('xpath=ancestor::label[1]');

export const mouse: Hand = {
  press: (target) => target.click(),
  choose: (option) => labelOf(option).click(),
  pickFrom: async (menu, words) => void (await menu.selectOption({ label: words })),
  write: (field, text) => field.fill(text),
};

export const finger: Hand = {
  ...mouse,
  press: (target) => target.tap(),
  choose: (option) => labelOf(option).tap(),
};

/** Tab, arrows, Space, Enter and letters; the focus never jumps to where it is wanted. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  return {
    async press(target) {
      await reach(page, target);
      await keys.press('Enter');
    },
    async choose(option) {
      await reach(page, option);
      for (let step = 0; (await wayTo(option)) !== 'here'; step += 1) {
        if (step > 60) throw new Error('The arrows do not lead to the option.');
        await keys.press('ArrowDown');
      }
      if (!(await option.isChecked())) await keys.press('Space');
    },
    async pickFrom(menu, words) {
      await reach(page, menu);
      await keys.type(words);
    },
    async write(field, text) {
      await reach(page, field);
      await keys.type(text);
    },
  };
}

/** Tabs, forwards or backwards, until the element or one of its radio group has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 300; stop += 1) {
    const way = await wayTo(target);
    if (way === 'here' || way === 'group') return;
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`);
}

/** Where an element is, seen from the focus. */
function wayTo(target: Locator): Promise<'here' | 'group' | 'on' | 'back'> {
  return target.evaluate((element) => {
    const focused = document.activeElement ?? document.body;
    if (focused === element) return 'here';
    const [a, b] = [element, focused] as HTMLInputElement[];
    if (a!.type === 'radio' && b!.type === 'radio' && a!.name === b!.name) return 'group';
    const isBefore = element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_PRECEDING;
    return isBefore ? 'on' : 'back';
  });
}
