CREATE TABLE "emotion_detections" (
	"session_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" bigint,
	"clase" text NOT NULL,
	"detailed" text NOT NULL,
	"source" text NOT NULL,
	"uncertain" boolean NOT NULL,
	"changed" boolean NOT NULL,
	"confidence" smallint NOT NULL,
	"scores" smallint[] NOT NULL,
	CONSTRAINT "emotion_detections_session_id_at_pk" PRIMARY KEY("session_id","at"),
	CONSTRAINT "emotion_detections_values_check" CHECK ("emotion_detections"."clase" in ('feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor') and "emotion_detections"."detailed" in ('feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor', 'disgusto', 'miedo', 'incierto') and "emotion_detections"."source" in ('image', 'video', 'landmarks', 'correction')
        and "emotion_detections"."confidence" between 0 and 10000 and cardinality("emotion_detections"."scores") = 7)
);
--> statement-breakpoint
CREATE TABLE "emotion_leases" (
	"session_id" bigint PRIMARY KEY NOT NULL,
	"connection_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emotion_runs" (
	"session_id" bigint NOT NULL,
	"scale" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"user_id" bigint,
	"label" text NOT NULL,
	"detections" integer NOT NULL,
	"quarter" timestamp (3) with time zone GENERATED ALWAYS AS (date_bin('15 minutes', started_at, timestamptz '2000-01-01 00:00:00+00')) STORED NOT NULL,
	"day" timestamp (3) with time zone GENERATED ALWAYS AS (date_bin('1 day', started_at, timestamptz '2000-01-01 00:00:00+00')) STORED NOT NULL,
	"duration_ms" bigint GENERATED ALWAYS AS ((extract(epoch from ended_at - started_at) * 1000)::bigint) STORED NOT NULL,
	CONSTRAINT "emotion_runs_session_id_scale_started_at_pk" PRIMARY KEY("session_id","scale","started_at")
);
--> statement-breakpoint
CREATE TABLE "emotion_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "emotion_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id_hash" text NOT NULL,
	"public_id" text,
	"user_id" bigint,
	"name" text,
	"recording" boolean DEFAULT false NOT NULL,
	"detections" integer DEFAULT 0 NOT NULL,
	"first_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_activity_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "emotion_sessions_idHash_unique" UNIQUE("id_hash"),
	CONSTRAINT "emotion_sessions_id_check" CHECK (("emotion_sessions"."user_id" is null) = ("emotion_sessions"."public_id" is null))
);
--> statement-breakpoint
CREATE TABLE "emotion_settings" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"retention_days" integer,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "emotion_settings_retention_check" CHECK ("emotion_settings"."retention_days" between 1 and 3650)
);
--> statement-breakpoint
CREATE TABLE "emotion_tallies" (
	"session_id" bigint NOT NULL,
	"span" text NOT NULL,
	"bucket" timestamp (3) with time zone NOT NULL,
	"clase" text NOT NULL,
	"detailed" text NOT NULL,
	"user_id" bigint,
	"detections" integer NOT NULL,
	"uncertain" integer NOT NULL,
	"changes" integer NOT NULL,
	"confidence" bigint NOT NULL,
	CONSTRAINT "emotion_tallies_session_id_span_bucket_clase_detailed_pk" PRIMARY KEY("session_id","span","bucket","clase","detailed")
);
--> statement-breakpoint
ALTER TABLE "emotion_detections" ADD CONSTRAINT "emotion_detections_session_id_emotion_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."emotion_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emotion_leases" ADD CONSTRAINT "emotion_leases_session_id_emotion_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."emotion_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emotion_runs" ADD CONSTRAINT "emotion_runs_session_id_emotion_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."emotion_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emotion_sessions" ADD CONSTRAINT "emotion_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emotion_settings" ADD CONSTRAINT "emotion_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emotion_tallies" ADD CONSTRAINT "emotion_tallies_session_id_emotion_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."emotion_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "emotion_detections_class_idx" ON "emotion_detections" USING btree ("session_id","detailed","at");--> statement-breakpoint
CREATE INDEX "emotion_detections_user_idx" ON "emotion_detections" USING btree ("user_id","at","session_id") WHERE "emotion_detections"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "emotion_detections_user_class_idx" ON "emotion_detections" USING btree ("user_id","detailed","at","session_id") WHERE "emotion_detections"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "emotion_runs_longest_quarter_idx" ON "emotion_runs" USING btree ("session_id","quarter","duration_ms" DESC NULLS LAST,"detections" DESC NULLS LAST,"started_at") WHERE "emotion_runs"."scale" = 'documented';--> statement-breakpoint
CREATE INDEX "emotion_runs_longest_day_idx" ON "emotion_runs" USING btree ("session_id","day","duration_ms" DESC NULLS LAST,"detections" DESC NULLS LAST,"started_at") WHERE "emotion_runs"."scale" = 'documented';--> statement-breakpoint
CREATE INDEX "emotion_runs_longest_user_idx" ON "emotion_runs" USING btree ("user_id","day","duration_ms" DESC NULLS LAST,"detections" DESC NULLS LAST,"started_at") WHERE "emotion_runs"."scale" = 'documented' and "emotion_runs"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "emotion_runs_user_idx" ON "emotion_runs" USING btree ("user_id","started_at","session_id") WHERE "emotion_runs"."scale" = 'detailed' and "emotion_runs"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "emotion_sessions_user_idx" ON "emotion_sessions" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "emotion_sessions_activity_idx" ON "emotion_sessions" USING btree ("last_activity_at");--> statement-breakpoint
CREATE INDEX "emotion_tallies_user_idx" ON "emotion_tallies" USING btree ("user_id","span","bucket") WHERE "emotion_tallies"."user_id" is not null;