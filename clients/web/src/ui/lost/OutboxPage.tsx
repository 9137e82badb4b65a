import { isForeign, type Waiting } from '../../state/outbox.ts';
import { myPositionIds, type World, zoneOf } from '../../state/world.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { span } from '../parts/Run.tsx';
import { Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say } from '../words/words.ts';

/** What waits, what was not carried out and why, and whom to telephone meanwhile. */
export function OutboxPage() {
  const app = useApp();
  const world = useWorld();
  const session = app.session.value?.sessionId ?? '';
  const all = app.outbox.value;
  const waiting = all.filter((one) => one.state === 'waiting' && !isForeign(one, session));
  const failed = all.filter((one) => one.state === 'refused' || one.state === 'aside' || isForeign(one, session));
  const contact = app.clock.contact.value;
  const lost = contact.kind === 'lost';
  const phones = telephones(world);
  const first = phones[0];
  return (
    <Screen
      name="outbox"
      title={lost ? undefined : say('outboxPage')}
      hidden={say('lostTitle')}
      dock={
        lost && first ? (
          <Floor
            words={say('callOne', { who: first.name })}
            small={waiting[0] && say('callOneHelp', { what: waiting[0].says })}
            look="tel"
            icon="tel"
            href={`tel:${first.phone}`}
          />
        ) : (
          <Floor words={say('backHome')} look="plain" onPress={() => app.pages.home()} />
        )
      }
    >
      {lost && (
        <div class="lostbar" role="alert">
          <p class="a">
            {say('lostTitle')} <span class="num">{span(contact.age)}</span>
          </p>
          <p>{say('lostHelp')}</p>
        </div>
      )}
      <h2 class="head">
        {say('outboxTitle', { n: waiting.length })} <em>{say('outboxHelp')}</em>
      </h2>
      {waiting.map((one) => (
        <WaitingRow key={one.command.commandId} one={one} world={world} />
      ))}
      {failed.length > 0 && <h2 class="head">{say('notDone')}</h2>}
      {failed.map((one) => (
        <div class="row flat" key={one.command.commandId}>
          <span>
            <span class="n wrap">{one.says}</span>
            <span class="s wrap">{whyNot(one, session)}</span>
          </span>
          <Press class="btn fit" onPress={() => app.drop(one.command.commandId)}>
            {say('ok')}
          </Press>
        </div>
      ))}
      {phones.length > 0 && <h2 class="head">{say('telephone')}</h2>}
      {phones.map((one) => (
        <div class="row flat" key={one.id}>
          <span>
            <span class="n">{one.name}</span>
            <span class="s">{one.phone}</span>
          </span>
          <a class="btn fit" href={`tel:${one.phone}`}>
            <Icon name="tel" />
            {say('dial')}
          </a>
        </div>
      ))}
      <p class="hint pad">
        <Icon name="information" />
        <span>{say('keepsWorking')}</span>
      </p>
    </Screen>
  );
}

function WaitingRow({ one, world }: { one: Waiting; world: World }) {
  const app = useApp();
  return (
    <div class="row flat">
      <span>
        <span class="n wrap">{one.says}</span>
        <span class="s">{say('madeAt', { at: clockSeconds(one.command.madeAt, zoneOf(world)) })}</span>
      </span>
      <Press class="btn fit" onPress={() => app.drop(one.command.commandId)}>
        {say('takeBack')}
      </Press>
    </div>
  );
}

function whyNot(one: Waiting, session: string): string {
  if (one.state === 'aside') return say('notDoneAside');
  if (isForeign(one, session)) return say('notDoneForeign');
  return text(one.answer?.words) || (one.answer?.code ?? '');
}

/** Numbers of positions, other than mine, in the venue's order. */
function telephones(world: World): { id: string; name: string; phone: string }[] {
  const mine = myPositionIds(world);
  return [...world.views.positions.values()]
    .sort((a, b) => a.order - b.order)
    .flatMap((one) =>
      one.phone && !mine.includes(one.id) ? [{ id: one.id, name: text(one.name), phone: one.phone }] : [],
    );
}
