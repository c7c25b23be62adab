namespace Ballast.Store.Engine;

/// <summary>Tables of the store, as docs/store.md describes them.</summary>
internal static class Schema
{
    /// <summary>"BLST": stands in the header of the database file.</summary>
    public const int ApplicationId = 0x54534C42;

    public const string Room = "store";

    /// <summary>Steps of the store's own room in order; the first makes it. A step once released never changes.</summary>
    public static readonly string[] Migrations =
    [
        """
        CREATE TABLE migrations(room TEXT NOT NULL, version INTEGER NOT NULL, applied INTEGER NOT NULL, PRIMARY KEY(room, version)) STRICT, WITHOUT ROWID;
        CREATE TABLE commits(number INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, idempotency_key TEXT NOT NULL,
            digest BLOB NOT NULL, seal BLOB NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX commits_by_key ON commits(idempotency_key);
        CREATE TABLE structures(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, kind INTEGER NOT NULL, agency TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, content BLOB NOT NULL) STRICT;
        CREATE INDEX structures_by_commit ON structures(commit_number);
        CREATE TABLE flows(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, agency TEXT NOT NULL, id TEXT NOT NULL, major INTEGER NOT NULL, dimensions TEXT NOT NULL) STRICT;
        CREATE UNIQUE INDEX flows_by_id ON flows(agency, id, major);
        CREATE INDEX flows_by_commit ON flows(commit_number);
        CREATE TABLE flow_settings(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, flow INTEGER NOT NULL, version TEXT NOT NULL, pack TEXT NOT NULL, zone TEXT NOT NULL, display_order INTEGER NOT NULL) STRICT;
        CREATE INDEX flow_settings_by_commit ON flow_settings(commit_number);
        CREATE TABLE codes(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, flow INTEGER NOT NULL, dimension INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
        CREATE INDEX codes_by_commit ON codes(commit_number);
        CREATE UNIQUE INDEX codes_by_place ON codes(flow, dimension, first);
        CREATE TABLE series_keys(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, flow INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
        CREATE INDEX series_keys_by_commit ON series_keys(commit_number);
        CREATE UNIQUE INDEX series_keys_by_place ON series_keys(flow, first);
        CREATE TABLE releases(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, pack TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, published INTEGER NOT NULL, published_offset INTEGER NOT NULL,
            sequence INTEGER NOT NULL, loaded INTEGER NOT NULL, visible INTEGER NOT NULL, public_number INTEGER, description BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX releases_by_identity ON releases(pack, key, digest);
        CREATE UNIQUE INDEX releases_by_commit ON releases(commit_number);
        CREATE TABLE parts(release INTEGER NOT NULL, part INTEGER NOT NULL, flow INTEGER NOT NULL, flow_version TEXT NOT NULL, structure TEXT NOT NULL, observations INTEGER NOT NULL, series INTEGER NOT NULL,
            PRIMARY KEY(release, part)) STRICT, WITHOUT ROWID;
        CREATE TABLE chunks(number INTEGER PRIMARY KEY, flow INTEGER NOT NULL, block INTEGER NOT NULL, release INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX chunks_by_place ON chunks(flow, block, release);
        CREATE INDEX chunks_by_release ON chunks(release);
        CREATE TABLE workspace(number INTEGER PRIMARY KEY, commit_number INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
        CREATE INDEX workspace_by_commit ON workspace(commit_number);
        CREATE INDEX workspace_by_name ON workspace(name, number);
        CREATE TABLE availability(flow INTEGER NOT NULL, releases BLOB NOT NULL, content BLOB NOT NULL, PRIMARY KEY(flow, releases)) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>The version of the store's room that this program writes.</summary>
    public static int CurrentVersion => Migrations.Length;
}
