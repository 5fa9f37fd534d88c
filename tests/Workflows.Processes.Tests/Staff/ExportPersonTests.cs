using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Staff.Export;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Staff;

/// <summary>Whoever asks what is kept about them gets all of it, from HR, on record.</summary>
public sealed class ExportPersonTests
{
    [Fact]
    public async Task HR_takes_everything_about_one_person_and_nothing_of_another()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await office.ReadAsync(async db =>
        {
            db.People.AddRange(new Person { Id = person, Name = "张伟", Phone = "13800000000" }, new Person { Id = other, Name = "李娜" });
            db.TitleChanges.Add(new TitleChange { Id = Guid.CreateVersion7(), PersonId = person, From = new DateOnly(2020, 1, 1), Title = "一级教师", RecordedAt = office.Clock.GetUtcNow() });
            (await db.Users.SingleAsync(one => one.Id == TestOffice.Of(OfficeRole.Teacher))).PersonId = person;
            return await db.SaveChangesAsync();
        });
        var ask = new ExportPerson.Command(Guid.CreateVersion7(), person);

        (await office.AskAsync<ExportPerson>(use => use.RunAsync(ask with { OperationId = Guid.CreateVersion7() }, TestOffice.Of(OfficeRole.Leadership), default))).Refusal.ShouldBe(Refusal.NotAllowed);
        await office.DoAsync<ExportPerson>(use => use.RunAsync(ask, TestOffice.Of(OfficeRole.HumanResources), default));

        await using var scope = office.Services.CreateAsyncScope();
        var all = JsonDocument.Parse(await scope.ServiceProvider.GetRequiredService<ExportPerson>().WriteAsync(person, TestContext.Current.CancellationToken)).RootElement;
        all.GetProperty("people").EnumerateArray().ShouldHaveSingleItem().GetProperty("phone").GetString().ShouldBe("13800000000");
        all.GetProperty("title_changes").EnumerateArray().ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("一级教师");
        all.GetProperty("account").GetProperty("roles")[0].GetString().ShouldBe("Teacher");
        all.GetProperty("record").EnumerateArray().ShouldHaveSingleItem().GetProperty("action").GetString().ShouldBe("PersonExported");
        foreach (var table in (string[])["placements", "days", "cases", "applications", "exits", "appointments", "status_changes", "leadership_terms", "secondment_wishes"])
            all.GetProperty(table).GetArrayLength().ShouldBe(0);
    }
}
