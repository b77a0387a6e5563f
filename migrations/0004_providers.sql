CREATE TABLE "artist_tags" (
	"artist_id" bigint NOT NULL,
	"name" text NOT NULL,
	"normalized_name" text NOT NULL,
	"weight" real NOT NULL,
	"provider" text NOT NULL,
	CONSTRAINT "artist_tags_artist_id_normalized_name_pk" PRIMARY KEY("artist_id","normalized_name")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"album_id" bigint NOT NULL,
	"provider" text NOT NULL,
	"value" text NOT NULL,
	"title" text NOT NULL,
	"release_date" text DEFAULT '' NOT NULL,
	"country" text,
	"format" text,
	"label" text,
	"upc" text,
	"track_count" integer,
	"status" text,
	CONSTRAINT "editions_provider_value_pk" PRIMARY KEY("provider","value")
);
--> statement-breakpoint
CREATE TABLE "provenance" (
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"field" text NOT NULL,
	"provider" text NOT NULL,
	"score" real,
	"fetched_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provenance_entity_entity_id_field_pk" PRIMARY KEY("entity","entity_id","field"),
	CONSTRAINT "provenance_entity_check" CHECK ("provenance"."entity" in ('artist', 'album', 'track'))
);
--> statement-breakpoint
CREATE TABLE "run_steps" (
	"run_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"note" text,
	CONSTRAINT "run_steps_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"by_person" boolean DEFAULT false NOT NULL,
	"user_id" bigint,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"steps_total" integer DEFAULT 0 NOT NULL,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"artists" integer DEFAULT 0 NOT NULL,
	"albums" integer DEFAULT 0 NOT NULL,
	"tracks" integer DEFAULT 0 NOT NULL,
	"current" text,
	"note" text,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_artists" (
	"artist_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"ids" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"score" real NOT NULL,
	"provider" text NOT NULL,
	"similar_id" bigint,
	CONSTRAINT "similar_artists_artist_id_position_pk" PRIMARY KEY("artist_id","position")
);
--> statement-breakpoint
CREATE TABLE "track_features" (
	"track_id" bigint PRIMARY KEY NOT NULL,
	"valence" real,
	"energy" real,
	"danceability" real,
	"acousticness" real,
	"instrumentalness" real,
	"tempo" real,
	"loudness" real,
	"provider" text NOT NULL,
	"confidence" real NOT NULL,
	"fetched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "track_lyrics" (
	"track_id" bigint PRIMARY KEY NOT NULL,
	"plain" text,
	"synced" text,
	"instrumental" boolean DEFAULT false NOT NULL,
	"provider" text NOT NULL,
	"fetched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scrobble_accounts" (
	"user_id" bigint NOT NULL,
	"service" text NOT NULL,
	"account" text NOT NULL,
	"token" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scrobble_accounts_user_id_service_pk" PRIMARY KEY("user_id","service")
);
--> statement-breakpoint
CREATE TABLE "scrobbles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scrobbles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"service" text NOT NULL,
	"play_id" bigint,
	"listening" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scrobbles_play_key" UNIQUE("service","play_id")
);
--> statement-breakpoint
CREATE TABLE "upstream_answers" (
	"provider" text NOT NULL,
	"key" text NOT NULL,
	"body" jsonb,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"fresh_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "upstream_answers_provider_key_pk" PRIMARY KEY("provider","key")
);
--> statement-breakpoint
CREATE TABLE "upstream_gates" (
	"provider" text PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upstream_states" (
	"provider" text PRIMARY KEY NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	"blocked_reason" text,
	"last_error" text,
	"last_error_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "upstream_unable" (
	"provider" text NOT NULL,
	"family" text NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retry_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "upstream_unable_provider_family_pk" PRIMARY KEY("provider","family")
);
--> statement-breakpoint
CREATE TABLE "upstream_usage" (
	"provider" text NOT NULL,
	"family" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"milliseconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "upstream_usage_provider_family_hour_pk" PRIMARY KEY("provider","family","hour")
);
--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "cover_url" text;--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "disambiguation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "upc" text;--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "story" text;--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "story_url" text;--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "catalogued" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "albums" ADD COLUMN "tracks_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "bio_url" text;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "disambiguation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "begin_date" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "end_date" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "listeners" bigint;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "playcount" bigint;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "image_hash" text;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "image_file" text;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "image_color" text;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "catalogued" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "discography_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "external_ids" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "listeners" bigint;--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "playcount" bigint;--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "catalogued" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "artist_tags" ADD CONSTRAINT "artist_tags_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_album_id_albums_id_fk" FOREIGN KEY ("album_id") REFERENCES "public"."albums"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_steps" ADD CONSTRAINT "run_steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_artists" ADD CONSTRAINT "similar_artists_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_artists" ADD CONSTRAINT "similar_artists_similar_id_artists_id_fk" FOREIGN KEY ("similar_id") REFERENCES "public"."artists"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_features" ADD CONSTRAINT "track_features_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_lyrics" ADD CONSTRAINT "track_lyrics_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scrobble_accounts" ADD CONSTRAINT "scrobble_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scrobbles" ADD CONSTRAINT "scrobbles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scrobbles" ADD CONSTRAINT "scrobbles_play_id_plays_id_fk" FOREIGN KEY ("play_id") REFERENCES "public"."plays"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "artist_tags_name_idx" ON "artist_tags" USING btree ("normalized_name","weight" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "editions_album_idx" ON "editions" USING btree ("album_id","release_date");--> statement-breakpoint
CREATE INDEX "editions_upc_idx" ON "editions" USING btree ("upc") WHERE "editions"."upc" is not null;--> statement-breakpoint
CREATE INDEX "provenance_provider_idx" ON "provenance" USING btree ("provider","entity");--> statement-breakpoint
CREATE INDEX "run_steps_waiting_idx" ON "run_steps" USING btree ("run_id","position") WHERE "run_steps"."state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "runs_active_key" ON "runs" USING btree ("kind","subject") WHERE "runs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "runs_active_idx" ON "runs" USING btree ("by_person" DESC NULLS LAST,"id") WHERE "runs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "runs_recent_idx" ON "runs" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "similar_artists_similar_idx" ON "similar_artists" USING btree ("similar_id");--> statement-breakpoint
CREATE INDEX "scrobbles_due_idx" ON "scrobbles" USING btree ("service","next_at","id");--> statement-breakpoint
CREATE INDEX "scrobbles_user_idx" ON "scrobbles" USING btree ("user_id","service","started_at" desc);--> statement-breakpoint
CREATE INDEX "upstream_answers_age_idx" ON "upstream_answers" USING btree ("fresh_until");--> statement-breakpoint
CREATE INDEX "albums_upc_idx" ON "albums" USING btree ("upc") WHERE "albums"."upc" is not null;--> statement-breakpoint
CREATE INDEX "artists_refresh_idx" ON "artists" USING btree ("discography_at","id") WHERE "artists"."catalogued";