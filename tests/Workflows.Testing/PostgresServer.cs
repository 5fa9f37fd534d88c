using System.Diagnostics;
using Npgsql;

namespace Workflows.Testing;

/// <summary>One running PostgreSQL with a data folder of its own, reached over a Unix socket that only its owner may open.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    // $1 programs, $2 folder, $3 fsync. "start", "crash" and "hang SECONDS" are words on standard input; its end stops the server and removes all.
    // The shell starts it deaf to QUIT (stop at once), until it sets its own handlers: a server that young hears TERM.
    // The server's zone is the office's, so that a mix-up of local time and UTC shows.
    private const string Script = """
        mkdir -m 700 "$2" || exit 1
        trap '' INT HUP
        if "$1/initdb" -D "$2/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$2/log" 2>&1; then
            while read -r word seconds; do
                case $word in
                start)
                    "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=400 -c timezone=Asia/Shanghai \
                        -c fsync=$3 >>"$2/log" 2>&1 & server=$! ;;
                hang)
                    for stat in /proc/[0-9]*/stat; do
                        { read -r pid name state parent rest <"$stat"; } 2>/dev/null || continue
                        [ "$parent" = "$server" ] && held="$held $pid"
                    done
                    kill -STOP "$server" $held 2>/dev/null; sleep "$seconds"; kill -CONT "$server" $held 2>/dev/null
                    held=; echo hung >"$2/hung" ;;
                crash) kill -QUIT "$server"; wait "$server"; echo crashed >"$2/crashed" ;;
                esac
            done
            kill -TERM "$server" 2>/dev/null; kill -QUIT "$server" 2>/dev/null; wait "$server"
        else
            read -r word
        fi
        rm -rf "$2"
        """;

    private readonly string folder;
    private readonly WatchedProcess shell;

    private PostgresServer(string folder, WatchedProcess shell)
    {
        this.folder = folder;
        this.shell = shell;
    }

    /// <summary>The connection string of the superuser, to the database <c>postgres</c>.</summary>
    public string AdminConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "postgres",
        Database = "postgres",
        IncludeErrorDetail = true,
        // Hundreds of databases live on one server: idle connections of finished tests must not pile up.
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
    }.ConnectionString;

    /// <summary>Makes a data folder, starts the server and waits until it answers.</summary>
    public static async Task<PostgresServer> StartAsync(PostgresInstallation installation, bool durable)
    {
        await RemoveLeftBehindAsync(installation);
        var folder = ScratchFolder.NameFor("postgres");
        var shell = WatchedProcess.Start(Script, [installation.Folder, folder, durable ? "on" : "off"], installation.Account);
        var server = new PostgresServer(folder, shell);
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server, also after a crash, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        await shell.SayAsync("start");
        await WaitUntilAsync("answer", async () =>
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{AdminConnectionString};Pooling=false");
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
    }

    /// <summary>Ends the server at once as if the machine had lost power: sessions break, the data folder stays.</summary>
    public async Task CrashAsync()
    {
        var sign = Path.Combine(folder, "crashed");
        File.Delete(sign);
        await shell.SayAsync("crash");
        await WaitUntilAsync("stop", () => Task.FromResult(File.Exists(sign)));
    }

    /// <summary>Lets nothing get through for a while, as a disk does that hangs: every session waits, then goes on.</summary>
    public async Task HangAsync(TimeSpan time)
    {
        var sign = Path.Combine(folder, "hung");
        File.Delete(sign);
        await shell.SayAsync(FormattableString.Invariant($"hang {time.TotalSeconds:0.0}"));
        await WaitUntilAsync("go on", () => Task.FromResult(File.Exists(sign)));
    }

    /// <summary>Stops the server and removes its folder.</summary>
    public ValueTask DisposeAsync() => shell.DisposeAsync();

    private async Task WaitUntilAsync(string wish, Func<Task<bool>> isDone)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isDone())
        {
            if (shell.HasEnded || Stopwatch.GetElapsedTime(started) > StartLimit)
            {
                var log = Path.Combine(folder, "log");
                throw new InvalidOperationException(
                    $"PostgreSQL did not {wish}. {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "It left no log.")}");
            }

            await Task.Delay(PollInterval);
        }
    }

    private static async Task RemoveLeftBehindAsync(PostgresInstallation installation)
    {
        foreach (var folder in ScratchFolder.LeftBehind("postgres"))
        {
            await using var removal = WatchedProcess.Start(
                """
                exec >/dev/null 2>&1
                [ ! -f "$2/data/postmaster.pid" ] || "$1/pg_ctl" stop -m immediate -D "$2/data"
                rm -rf "$2"
                """,
                [installation.Folder, folder],
                installation.Account);
        }
    }
}
