CREATE TABLE "texts" (
	"artist_id" bigint,
	"album_id" bigint,
	"language" text NOT NULL,
	"summary" text NOT NULL,
	"content" text NOT NULL,
	"url" text,
	CONSTRAINT "texts_owner_check" CHECK (num_nonnulls("texts"."artist_id", "texts"."album_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "artists" ADD COLUMN "genres_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_album_id_albums_id_fk" FOREIGN KEY ("album_id") REFERENCES "public"."albums"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "texts_artist_key" ON "texts" USING btree ("artist_id","language") WHERE "texts"."artist_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "texts_album_key" ON "texts" USING btree ("album_id","language") WHERE "texts"."album_id" is not null;