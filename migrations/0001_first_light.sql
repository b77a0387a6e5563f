CREATE TABLE "auth_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "auth_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invites_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code_hash" text NOT NULL,
	"note" text,
	"role" text DEFAULT 'user' NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" bigint,
	CONSTRAINT "invites_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recovery_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" bigint NOT NULL,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"username" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text DEFAULT 'user' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_username_unique" UNIQUE("username"),
	CONSTRAINT "users_role_check" CHECK ("users"."role" in ('admin', 'user'))
);
--> statement-breakpoint
CREATE TABLE "album_artists" (
	"album_id" bigint NOT NULL,
	"artist_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"role" text NOT NULL,
	"join_phrase" text DEFAULT '' NOT NULL,
	CONSTRAINT "album_artists_album_id_position_pk" PRIMARY KEY("album_id","position")
);
--> statement-breakpoint
CREATE TABLE "albums" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "albums_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"album_key" text NOT NULL,
	"title_key" text,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"normalized_name" text NOT NULL,
	"release_date" text DEFAULT '' NOT NULL,
	"release_type" text DEFAULT 'album' NOT NULL,
	"is_compilation" boolean DEFAULT false NOT NULL,
	"total_tracks" integer DEFAULT 0 NOT NULL,
	"label" text,
	"artist_line" text DEFAULT '' NOT NULL,
	"cover_hash" text,
	"cover_file" text,
	"cover_state" text DEFAULT 'pending' NOT NULL,
	"cover_color" text,
	"duration_ms" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_refreshed_at" timestamp (3) with time zone,
	CONSTRAINT "albums_albumKey_unique" UNIQUE("album_key")
);
--> statement-breakpoint
CREATE TABLE "artist_genres" (
	"artist_id" bigint NOT NULL,
	"genre_id" bigint NOT NULL,
	"track_count" integer NOT NULL,
	CONSTRAINT "artist_genres_artist_id_genre_id_pk" PRIMARY KEY("artist_id","genre_id")
);
--> statement-breakpoint
CREATE TABLE "artists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "artists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"normalized_name" text NOT NULL,
	"identity" text DEFAULT '' NOT NULL,
	"popularity" integer DEFAULT 0 NOT NULL,
	"followers" integer DEFAULT 0 NOT NULL,
	"bio_summary" text,
	"bio_content" text,
	"album_count" integer DEFAULT 0 NOT NULL,
	"track_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_refreshed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "external_ids" (
	"entity" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"provider" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_ids_entity_entity_id_provider_value_pk" PRIMARY KEY("entity","entity_id","provider","value"),
	CONSTRAINT "external_ids_value_key" UNIQUE("provider","entity","value"),
	CONSTRAINT "external_ids_entity_check" CHECK ("external_ids"."entity" in ('artist', 'album', 'track'))
);
--> statement-breakpoint
CREATE TABLE "genres" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "genres_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"normalized_name" text NOT NULL,
	CONSTRAINT "genres_normalizedName_unique" UNIQUE("normalized_name")
);
--> statement-breakpoint
CREATE TABLE "track_artists" (
	"track_id" bigint NOT NULL,
	"artist_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"role" text NOT NULL,
	"join_phrase" text DEFAULT '' NOT NULL,
	CONSTRAINT "track_artists_track_id_position_pk" PRIMARY KEY("track_id","position")
);
--> statement-breakpoint
CREATE TABLE "track_genres" (
	"track_id" bigint NOT NULL,
	"genre_id" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "track_genres_track_id_genre_id_pk" PRIMARY KEY("track_id","genre_id")
);
--> statement-breakpoint
CREATE TABLE "tracks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tracks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"album_id" bigint,
	"track_key" text NOT NULL,
	"name" text NOT NULL,
	"normalized_name" text NOT NULL,
	"search_text" text NOT NULL,
	"disc_number" integer DEFAULT 1 NOT NULL,
	"track_number" integer,
	"duration_ms" integer DEFAULT 0 NOT NULL,
	"explicit" boolean DEFAULT false NOT NULL,
	"isrc" text,
	"popularity" integer DEFAULT 0 NOT NULL,
	"bpm" integer,
	"artist_line" text DEFAULT '' NOT NULL,
	"has_file" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tracks_album_key" UNIQUE NULLS NOT DISTINCT("album_id","track_key")
);
--> statement-breakpoint
CREATE TABLE "video_links" (
	"track_id" bigint PRIMARY KEY NOT NULL,
	"video_id" text,
	"status" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "favorites" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "favorites_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"target_type" text NOT NULL,
	"artist_id" bigint,
	"album_id" bigint,
	"track_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "favorites_artist_key" UNIQUE("user_id","artist_id"),
	CONSTRAINT "favorites_album_key" UNIQUE("user_id","album_id"),
	CONSTRAINT "favorites_track_key" UNIQUE("user_id","track_id"),
	CONSTRAINT "favorites_target_check" CHECK (num_nonnulls("favorites"."artist_id", "favorites"."album_id", "favorites"."track_id") = 1 and case "favorites"."target_type"
        when 'artist' then "favorites"."artist_id" when 'album' then "favorites"."album_id" else "favorites"."track_id" end is not null)
);
--> statement-breakpoint
CREATE TABLE "hidden_artists" (
	"user_id" bigint NOT NULL,
	"artist_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hidden_artists_user_id_artist_id_pk" PRIMARY KEY("user_id","artist_id")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"user_id" bigint NOT NULL,
	"track_id" bigint NOT NULL,
	"rating" smallint NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_user_id_track_id_pk" PRIMARY KEY("user_id","track_id"),
	CONSTRAINT "ratings_range_check" CHECK ("ratings"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "lyrics" (
	"file_id" bigint PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "music_folders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "music_folders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"path" text NOT NULL,
	"state" text DEFAULT 'online' NOT NULL,
	"last_scan_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "music_folders_path_unique" UNIQUE("path")
);
--> statement-breakpoint
CREATE TABLE "plays" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plays_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"track_id" bigint NOT NULL,
	"played_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"duration_played_seconds" integer DEFAULT 0 NOT NULL,
	"platform" text DEFAULT 'local' NOT NULL,
	"device_info" text,
	"mood_tag" text,
	"playlist_context" text,
	"was_recommended" boolean DEFAULT false NOT NULL,
	"recommendation_source" text
);
--> statement-breakpoint
CREATE TABLE "recording_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recording_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"folder_id" bigint NOT NULL,
	"rel_path" text NOT NULL,
	"album_dir" text NOT NULL,
	"album_title" text DEFAULT '' NOT NULL,
	"track_id" bigint,
	"state" text DEFAULT 'present' NOT NULL,
	"size" bigint NOT NULL,
	"mtime_ms" bigint NOT NULL,
	"quick_hash" text NOT NULL,
	"tags" jsonb NOT NULL,
	"codec" text NOT NULL,
	"container" text NOT NULL,
	"lossless" boolean DEFAULT false NOT NULL,
	"bitrate" integer,
	"sample_rate" integer,
	"bit_depth" integer,
	"channels" integer,
	"duration_ms" integer NOT NULL,
	"track_gain" real,
	"track_peak" real,
	"album_gain" real,
	"album_peak" real,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recording_files_path_key" UNIQUE("folder_id","rel_path")
);
--> statement-breakpoint
CREATE TABLE "scan_errors" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scan_errors_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"scan_id" bigint NOT NULL,
	"folder_id" bigint,
	"file" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"state" text DEFAULT 'queued' NOT NULL,
	"folder_ids" jsonb,
	"files_total" integer DEFAULT 0 NOT NULL,
	"files_seen" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_used_by_users_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "album_artists" ADD CONSTRAINT "album_artists_album_id_albums_id_fk" FOREIGN KEY ("album_id") REFERENCES "public"."albums"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "album_artists" ADD CONSTRAINT "album_artists_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artist_genres" ADD CONSTRAINT "artist_genres_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artist_genres" ADD CONSTRAINT "artist_genres_genre_id_genres_id_fk" FOREIGN KEY ("genre_id") REFERENCES "public"."genres"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_artists" ADD CONSTRAINT "track_artists_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_artists" ADD CONSTRAINT "track_artists_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_genres" ADD CONSTRAINT "track_genres_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_genres" ADD CONSTRAINT "track_genres_genre_id_genres_id_fk" FOREIGN KEY ("genre_id") REFERENCES "public"."genres"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracks" ADD CONSTRAINT "tracks_album_id_albums_id_fk" FOREIGN KEY ("album_id") REFERENCES "public"."albums"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_links" ADD CONSTRAINT "video_links_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favorites" ADD CONSTRAINT "favorites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favorites" ADD CONSTRAINT "favorites_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favorites" ADD CONSTRAINT "favorites_album_id_albums_id_fk" FOREIGN KEY ("album_id") REFERENCES "public"."albums"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favorites" ADD CONSTRAINT "favorites_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_artists" ADD CONSTRAINT "hidden_artists_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_artists" ADD CONSTRAINT "hidden_artists_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lyrics" ADD CONSTRAINT "lyrics_file_id_recording_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."recording_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plays" ADD CONSTRAINT "plays_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plays" ADD CONSTRAINT "plays_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_files" ADD CONSTRAINT "recording_files_folder_id_music_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."music_folders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_files" ADD CONSTRAINT "recording_files_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan_errors" ADD CONSTRAINT "scan_errors_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan_errors" ADD CONSTRAINT "scan_errors_folder_id_music_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."music_folders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_attempts_key_at_idx" ON "auth_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "auth_attempts_at_idx" ON "auth_attempts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_user_code_key" ON "recovery_codes" USING btree ("user_id","code_hash");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "album_artists_artist_idx" ON "album_artists" USING btree ("artist_id","album_id");--> statement-breakpoint
CREATE INDEX "albums_title_key_idx" ON "albums" USING btree ("title_key","id");--> statement-breakpoint
CREATE INDEX "albums_name_idx" ON "albums" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "albums_artist_idx" ON "albums" USING btree ("artist_line","id");--> statement-breakpoint
CREATE INDEX "albums_date_idx" ON "albums" USING btree ("release_date" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "albums_created_idx" ON "albums" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "albums_cover_pending_idx" ON "albums" USING btree ("id") WHERE "albums"."cover_state" = 'pending';--> statement-breakpoint
CREATE INDEX "albums_name_trgm" ON "albums" USING gin ("normalized_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "artist_genres_genre_idx" ON "artist_genres" USING btree ("genre_id","artist_id");--> statement-breakpoint
CREATE UNIQUE INDEX "artists_identity_key" ON "artists" USING btree ("normalized_name","identity");--> statement-breakpoint
CREATE INDEX "artists_popularity_idx" ON "artists" USING btree ("popularity" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "artists_name_idx" ON "artists" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "artists_created_idx" ON "artists" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "artists_name_trgm" ON "artists" USING gin ("normalized_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "track_artists_artist_idx" ON "track_artists" USING btree ("artist_id","track_id");--> statement-breakpoint
CREATE INDEX "track_genres_genre_idx" ON "track_genres" USING btree ("genre_id","track_id");--> statement-breakpoint
CREATE INDEX "tracks_created_idx" ON "tracks" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tracks_file_idx" ON "tracks" USING btree ("id") WHERE "tracks"."has_file";--> statement-breakpoint
CREATE INDEX "tracks_no_file_idx" ON "tracks" USING btree ("id") WHERE not "tracks"."has_file";--> statement-breakpoint
CREATE INDEX "tracks_isrc_idx" ON "tracks" USING btree ("isrc") WHERE "tracks"."isrc" is not null;--> statement-breakpoint
CREATE INDEX "tracks_search_trgm" ON "tracks" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "video_links_found_idx" ON "video_links" USING btree ("track_id") WHERE "video_links"."video_id" is not null;--> statement-breakpoint
CREATE INDEX "favorites_track_idx" ON "favorites" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "favorites_album_idx" ON "favorites" USING btree ("album_id");--> statement-breakpoint
CREATE INDEX "favorites_artist_idx" ON "favorites" USING btree ("artist_id");--> statement-breakpoint
CREATE INDEX "favorites_user_idx" ON "favorites" USING btree ("user_id","target_type","id");--> statement-breakpoint
CREATE INDEX "hidden_artists_artist_idx" ON "hidden_artists" USING btree ("artist_id");--> statement-breakpoint
CREATE INDEX "ratings_track_idx" ON "ratings" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "plays_user_time_idx" ON "plays" USING btree ("user_id","played_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "plays_user_track_idx" ON "plays" USING btree ("user_id","track_id","played_at");--> statement-breakpoint
CREATE INDEX "plays_track_idx" ON "plays" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "recording_files_walk_idx" ON "recording_files" USING btree ("folder_id","rel_path" collate "C");--> statement-breakpoint
CREATE INDEX "recording_files_dir_idx" ON "recording_files" USING btree ("folder_id","album_dir","album_title");--> statement-breakpoint
CREATE INDEX "recording_files_track_idx" ON "recording_files" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "recording_files_hash_idx" ON "recording_files" USING btree ("quick_hash","size");--> statement-breakpoint
CREATE INDEX "scan_errors_scan_idx" ON "scan_errors" USING btree ("scan_id","id");--> statement-breakpoint
CREATE INDEX "scans_active_idx" ON "scans" USING btree ("id") WHERE "scans"."state" in ('queued', 'running');