using System.Globalization;
using System.Text.Json;
using Ballast.Series;
using Ballast.Store;
using Microsoft.Data.Sqlite;

namespace Ballast.Cli.Tests;

/// <summary>What a client of <c>ballast load --json</c> was told, line by line: its own list, to which the store is held.</summary>
internal sealed class LoadClient
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Commit, string Hash)> _acknowledged = new(StringComparer.Ordinal);
    private readonly List<string> _contradictions = [];

    /// <summary>Releases acknowledged so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _acknowledged.Count;
            }
        }
    }

    /// <summary>Takes a line of the program's output; a line broken off by a kill acknowledges nothing.</summary>
    public void Hear(string? line)
    {
        if (line is null || !line.EndsWith('}'))
        {
            return;
        }

        using JsonDocument json = JsonDocument.Parse(line);
        string release = json.RootElement.GetProperty("release").GetString()!;
        (long Commit, string Hash) told = (json.RootElement.GetProperty("commit").GetInt64(), json.RootElement.GetProperty("hash").GetString()!);
        bool wasThere = json.RootElement.GetProperty("wasThere").GetBoolean();
        lock (_gate)
        {
            if (_acknowledged.TryGetValue(release, out (long Commit, string Hash) before) && (!wasThere || before != told))
            {
                _contradictions.Add($"{release} was acknowledged as commit {before.Commit} and is now {(wasThere ? "there" : "written")} as {told.Commit}");
            }

            _acknowledged[release] = told;
        }
    }

    /// <summary>Everything in which a store differs from what this client was told and from what whole releases hold. Nothing is repaired by looking.</summary>
    /// <param name="data">The data folder; nobody has it open.</param>
    /// <param name="whole">How many observations each release has.</param>
    public IReadOnlyList<string> Complaints(string data, IReadOnlyDictionary<string, long> whole)
    {
        List<string> complaints = [.. _contradictions];
        complaints.AddRange(BallastStore.Verify(data).Findings.Select(f => "verify: " + f));
        Dictionary<long, (string Subject, string Hash)> commits = Commits(data);
        try
        {
            using BallastStore store = BallastStore.Open(data, StoreAccess.ReadOnly, TimeProvider.System);
            if (store.CompareHead() is not (HeadState.Agrees or HeadState.DatabaseAhead) and var state)
            {
                complaints.Add($"head: {state}");
            }

            Dictionary<string, ReleaseRecord> there = store.Releases(Viewpoint.PublicAt(DateTimeOffset.MaxValue)).ToDictionary(r => r.Key, StringComparer.Ordinal);
            complaints.AddRange(there.Values.Where(r => r.Parts.Sum(p => p.ObservationCount) != whole[r.Key]).Select(r => $"{r.Key} is there with {r.Parts.Sum(p => p.ObservationCount)} of {whole[r.Key]} observations"));
            foreach ((string release, (long commit, string hash)) in _acknowledged)
            {
                if (!there.ContainsKey(release))
                {
                    complaints.Add($"{release} was acknowledged and is not there");
                }
                else if (!commits.TryGetValue(commit, out (string Subject, string Hash) row) || row.Hash != hash || row.Subject != release)
                {
                    complaints.Add($"{release} was acknowledged as commit {commit} with another hash");
                }
            }
        }
        catch (StoreException refusal)
        {
            complaints.Add("open: " + refusal.Message);
        }

        return complaints;
    }

    /// <summary>The table of commits, read without Ballast.</summary>
    private static Dictionary<long, (string Subject, string Hash)> Commits(string data)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "ballast.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number, subject, lower(hex(hash)) FROM commits";
        using SqliteDataReader rows = command.ExecuteReader();
        Dictionary<long, (string Subject, string Hash)> commits = [];
        while (rows.Read())
        {
            commits.Add(Convert.ToInt64(rows.GetValue(0), CultureInfo.InvariantCulture), (rows.GetString(1), rows.GetString(2)));
        }

        return commits;
    }
}
