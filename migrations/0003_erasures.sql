ALTER TABLE "emotion_sessions" ADD COLUMN "consent_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "emotion_sessions" ADD COLUMN "erased_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "emotion_sessions" ADD COLUMN "erased_to" timestamp (3) with time zone;