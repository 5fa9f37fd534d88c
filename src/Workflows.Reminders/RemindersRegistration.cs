using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Reminders.Bounces;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Rendering;
using Workflows.Reminders.Schedule;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Switching;

namespace Workflows.Reminders;

/// <summary>Adds reminders and mail to a program.</summary>
public static class RemindersRegistration
{
    /// <summary>Adds planning, sending and their schedule. The caller adds storage, use cases and the office.</summary>
    /// <exception cref="ReminderSettingsException">A setting can't be used; the message says which, and what to write.</exception>
    /// <exception cref="LetterTemplateException">A template is broken or missing; the message names file, line and remedy.</exception>
    public static IServiceCollection AddReminders(this IServiceCollection services, ReminderOptions options) =>
        services.AddLetters(options).AddReminderSchedule(options.Storage);

    /// <summary>Adds planning and sending without a schedule, for whoever wakes them otherwise.</summary>
    /// <exception cref="ReminderSettingsException">A setting can't be used; the message says which, and what to write.</exception>
    /// <exception cref="LetterTemplateException">A template is broken or missing; the message names file, line and remedy.</exception>
    public static IServiceCollection AddLetters(this IServiceCollection services, ReminderOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ReminderSettingsException(faults);

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddPlanning(options)
            .AddSingleton(options.Mail)
            .AddSingleton(LetterTemplates.Load(options.WorkflowsFolder))
            .AddSingleton<Envelope>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<MailHealth>()
            .AddSingleton<Leases>()
            .AddScoped<IPostman>(_ => options.Mail.Host.Length > 0 ? new Postman(options.Mail) : new FolderPostman(options.Mail))
            .AddScoped<Standing>()
            .AddScoped<Dispatch>()
            .AddScoped<SendLetters>()
            .AddSingleton<SendInParallel>()
            .AddScoped<SettleLetter>()
            .AddScoped<AcknowledgeRestore>()
            .AddScoped<SwitchReminder>()
            .AddScoped<PreviewSwitch>()
            .AddScoped<TakeInBounces>()
            .AddScoped<SettleAddress>();
    }

    /// <summary>Adds planning alone, for a program that sends nothing.</summary>
    public static IServiceCollection AddPlanning(this IServiceCollection services, ReminderOptions options) => services
        .AddSingleton(options)
        .AddScoped<ColleagueLetters>()
        .AddScoped<PlanReminders>()
        .AddScoped<PlanLetters>();
}
