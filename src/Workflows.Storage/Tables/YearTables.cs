using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Personnel.Calendar;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Staff;

namespace Workflows.Storage;

internal sealed class TitleChangeTable : IEntityTypeConfiguration<TitleChange>
{
    public void Configure(EntityTypeBuilder<TitleChange> table)
    {
        table.ToTable("title_changes");
        table.Property(change => change.Id).ValueGeneratedNever();
        table.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(change => new { change.PersonId, change.From });
    }
}

internal sealed class PartTimeLetterTable : IEntityTypeConfiguration<PartTimeLetter>
{
    public void Configure(EntityTypeBuilder<PartTimeLetter> table)
    {
        table.ToTable("part_time_letters");
        table.Property(letter => letter.Id).ValueGeneratedNever();
        table.Property(letter => letter.Version).IsConcurrencyToken();
        table.HasIndex(letter => new { letter.Name, letter.From });
    }
}

internal sealed class LeadershipTermTable : IEntityTypeConfiguration<LeadershipTerm>
{
    public void Configure(EntityTypeBuilder<LeadershipTerm> table)
    {
        table.ToTable("leadership_terms");
        table.Property(term => term.Id).ValueGeneratedNever();
        table.Property(term => term.Version).IsConcurrencyToken();
        table.HasIndex(term => new { term.PersonId, term.From }).IsUnique();
    }
}

internal sealed class YearlyFundsTable : IEntityTypeConfiguration<YearlyFunds>
{
    private const int Digits = 16;

    public void Configure(EntityTypeBuilder<YearlyFunds> table)
    {
        table.ToTable("yearly_funds");
        table.HasKey(funds => funds.Year);
        table.Property(funds => funds.Year).ValueGeneratedNever();
        table.Property(funds => funds.Payroll).HasPrecision(Digits, 2);
        table.Property(funds => funds.TrainingFunds).HasPrecision(Digits, 2);
        table.Property(funds => funds.ContinuingEducation).HasPrecision(Digits, 2);
        table.Property(funds => funds.Transferred).HasPrecision(Digits, 2);
        table.Property(funds => funds.Version).IsConcurrencyToken();
    }
}

internal sealed class SpellingAnswerTable : IEntityTypeConfiguration<SpellingAnswer>
{
    public void Configure(EntityTypeBuilder<SpellingAnswer> table)
    {
        table.ToTable("spelling_answers");
        table.HasKey(answer => new { answer.Column, answer.Written });
        table.Property(answer => answer.Version).IsConcurrencyToken();
    }
}

internal sealed class CalendarPaperTable : IEntityTypeConfiguration<CalendarPaper>
{
    public void Configure(EntityTypeBuilder<CalendarPaper> table)
    {
        table.ToTable("calendar_papers");
        table.HasKey(paper => paper.File);
        table.Property(paper => paper.Version).IsConcurrencyToken();
    }
}

internal sealed class ReminderSwitchTable : IEntityTypeConfiguration<ReminderSwitch>
{
    public void Configure(EntityTypeBuilder<ReminderSwitch> table)
    {
        table.ToTable("reminder_switches");
        table.HasKey(one => one.Rule);
        table.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class AddressFaultTable : IEntityTypeConfiguration<AddressFault>
{
    public void Configure(EntityTypeBuilder<AddressFault> table)
    {
        table.ToTable("address_faults");
        table.Property(fault => fault.Id).ValueGeneratedNever();
        table.Property(fault => fault.Version).IsConcurrencyToken();
        table.HasOne<Letter>().WithMany().HasForeignKey(fault => fault.LetterId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(fault => fault.LetterId).IsUnique();
    }
}
