import type { Cast } from './cast.ts';
import type { Screen } from './screen.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Step, Story } from './stories.ts';

/**
 * Plays a story with the real bot, and gives the screens to be pictured, the last one at the end.
 *
 * @throws {Error} if a step can't be done, such as a tap on a button that isn't there, or if the bot logs a failure.
 */
export async function play(story: Story, cast: Cast): Promise<readonly Screen[]> {
  const stage = await openStage(story);
  const failures: string[] = [];
  const bot = await cast.startBot(
    { ...stage, owner: story.role === 'owner' ? stage.reader : null },
    (message) => void failures.push(message),
  );
  try {
    return await follow(story, stage, failures);
  } catch (error) {
    throw new Error(`The story "${story.name}" can't be played.`, { cause: error });
  } finally {
    await bot.stop();
    await stage.close();
  }
}

async function follow(
  story: Story,
  stage: Stage,
  failures: readonly string[],
): Promise<readonly Screen[]> {
  const screens: Screen[] = [];
  const opened = new Set<number>();
  const look = (): Screen => ({
    title: stage.title,
    kind: story.kind,
    appLanguage: story.appLanguage,
    messages: stage
      .messages()
      .map((message) => ({ ...message, isExpanded: opened.has(message.id) })),
    draft: stage.draft(),
    notice: stage.notice(),
  });
  await stage.idle();
  for (const step of story.steps) {
    if (step === 'is pictured') screens.push(look());
    else if (step === 'opens quotes') opened.add(stage.lastOfBot().id);
    else await act(step, stage);
    if (failures[0] !== undefined) throw new Error(failures[0]);
  }
  return [...screens, look()];
}

async function act(step: Exclude<Step, string>, stage: Stage): Promise<void> {
  if ('writes' in step) stage.writes(step.writes);
  else if ('taps' in step) stage.taps(step.taps);
  else if ('sends' in step) stage.sends(step.sends);
  else if ('edits' in step) stage.edits(step.edits);
  else stage.replies(step.replies, step.marking);
  await stage.idle();
}
