using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Roster;

public sealed class RosterTests
{
    [Fact]
    public async Task The_roster_is_searched_by_its_address_and_a_persons_page_masks_what_is_personal()
    {
        await using var office = await WebOffice.OpenAsync();
        var id = await AddAsync(office, "苏明", StaffStatus.Active, "13912345678");
        await AddAsync(office, "何<b>平</b>", StaffStatus.Retired, "");
        using var principal = await office.BrowseAsAsync(OfficeRole.Leadership);
        var all = await principal.ReadAsync("/roster");
        all.ShouldContain("苏明");
        all.ShouldContain("何&lt;b&gt;平");
        (await principal.ReadAsync("/roster?status=Retired")).ShouldNotContain("苏明");
        (await principal.ReadAsync($"/roster?name={Uri.EscapeDataString("苏")}")).ShouldNotContain("何&lt;b&gt;平");

        var page = await principal.ReadAsync($"/roster/{id}");
        page.ShouldContain("*******5678");
        page.ShouldNotContain("13912345678");
        page.ShouldContain("2026-11-01");
        page.ShouldContain("沙教调〔2026〕5号");
    }

    private static async Task<Guid> AddAsync(WebOffice office, string name, StaffStatus status, string phone)
    {
        var id = Guid.CreateVersion7();
        await office.Office.ReadAsync(db =>
        {
            db.People.Add(new Person
            {
                Id = id, Name = name, Status = status, Phone = phone, PostLevel = PostLevel.Intermediate,
                Tenures =
                [
                    new Tenure
                    {
                        Id = Guid.CreateVersion7(), PersonId = id, From = new DateOnly(2026, 11, 1), Entry = EntryKind.TransferOrder,
                        DocumentNumber = "沙教调〔2026〕5号", RecordedAt = new DateTimeOffset(2026, 9, 8, 1, 0, 0, TimeSpan.Zero),
                    },
                ],
            });
            return db.SaveChangesAsync();
        });
        return id;
    }
}
