import { flag } from '../payload.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { BotMethods } from './method.ts';

const WEBHOOK_IS_SET =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** The calls by which a bot learns who it is and what happens. */
export function updateMethods({ me, updates, webhook }: World): BotMethods {
  return {
    getMe: () => ({
      ...me,
      is_bot: true,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_guest_queries: true,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    }),
    async getUpdates(given, call) {
      if (webhook.active) throw new Refusal(409, WEBHOOK_IS_SET);
      return updates.poll(given, (leave) => call.onClose(leave));
    },
    setWebhook(given) {
      webhook.set(given);
      return true;
    },
    deleteWebhook(given) {
      webhook.remove();
      if (flag(given.drop_pending_updates)) updates.drop();
      return true;
    },
    getWebhookInfo: () => webhook.info(),
    logOut: () => true,
    close: () => true,
  };
}
