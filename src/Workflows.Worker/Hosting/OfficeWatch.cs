using Workflows.Engine;
using Workflows.Policy.Data;
using Workflows.Processes;
using Workflows.Processes.Definitions;
using Workflows.Reminders.Schedule;
using Workflows.Storage;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>
/// Takes up what another node has changed, every half minute while the office is open: edited calendars and published definitions; and the time. What can't be
/// read leaves the office as it was, and is logged. A schema that no longer carries this program closes it.
/// </summary>
public sealed class OfficeWatch(OfficeBook book, DatabaseClock clock, OfficeDoor door, WakeUps wakeUps, IServiceScopeFactory scopes, ILogger<OfficeWatch> log)
    : Watch(door, TimeSpan.FromSeconds(30))
{
    private static readonly EventId CalendarUnread = new(5002, nameof(CalendarUnread));
    private static readonly EventId ProcessUnread = new(5003, nameof(ProcessUnread));

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
            if (await Schema.FaultAsync(db, ct) is { } fault)
            {
                log.LogCritical("停止办理 / stops working: {Zh} / {En}", fault.Zh, fault.En);
                Door.Close(fault);
                await wakeUps.StopAsync(ct);
                return;
            }

            await clock.FollowAsync(db, ct);
            await book.FollowAsync(db, ct);
            await scope.ServiceProvider.GetRequiredService<PublishedDefinitions>().FollowAsync(ct);
        }
        catch (PolicyFileException fault)
        {
            log.LogError(CalendarUnread, "网页上修改的校历读不出来，仍按原来的办理 / an edited calendar can't be read, the earlier one counts: {Fault}", fault.Message);
        }
        catch (DefinitionFaultException fault)
        {
            log.LogError(ProcessUnread, "新发布的流程读不出来，仍按原来的办理 / a published process can't be read, the earlier one counts: {Fault}", fault.Message);
        }
    }
}
